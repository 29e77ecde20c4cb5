require_relative 'app'

# #region broken
require 'rack/cors'

use Rack::Cors do
  allow do
    # A pattern without anchors: whatever has it anywhere in it is let in.
    origins(/app\.example\.com/)
    resource '*',
             methods: [:get, :post, :put, :patch, :delete],
             headers: ['Authorization', 'Content-Type'],
             credentials: true,
             max_age: 600
  end
end
# #endregion

use RequireToken
run App
