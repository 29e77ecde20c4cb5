require_relative 'app'

# #region cors
require 'rack/cors'

# Exact origins: scheme, host and port, no trailing slash.
allowed_origins = ['https://app.example.com']

# First of all middlewares: before authentication, and around whatever answers an error.
use Rack::Cors do
  allow do
    origins { |origin, _env| allowed_origins.include?(origin) }
    resource '*',
             methods: [:get, :post, :put, :patch, :delete],
             headers: ['Authorization', 'Content-Type'],
             credentials: true,
             max_age: 600
  end
end

# Without this, Sinatra empties the session when a POST or PUT comes from another origin.
App.set :protection, permitted_origins: allowed_origins
# #endregion

use RequireToken
run App
