# #region broken
# Last of all middlewares: authentication answers before it,
# and errors are answered outside of it.
Rails.application.config.middleware.use Rack::Cors do
  allow do
    origins 'https://app.example.com'
    resource '*',
             methods: [:get, :post, :put, :patch, :delete],
             headers: ['Authorization', 'Content-Type'],
             credentials: true,
             max_age: 600
  end
end
# #endregion
