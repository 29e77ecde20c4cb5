# #region cors
# First of all middlewares: before authentication,
# and around what answers a 404 or a 500.
Rails.application.config.middleware.insert_before 0, Rack::Cors do
  allow do
    # Exact origins: scheme, host and port, no trailing slash.
    allowed_origins = ['https://app.example.com']
    origins { |origin, _env| allowed_origins.include?(origin) }
    resource '*',
             methods: [:get, :post, :put, :patch, :delete],
             headers: ['Authorization', 'Content-Type'],
             credentials: true,
             max_age: 600
  end
end
# #endregion
