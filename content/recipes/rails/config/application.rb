require 'rails'
require 'action_controller/railtie'
require 'rack/cors'

# Asks for a token before the application is reached, as Warden and its like do.
class RequireToken
  def initialize(app)
    @app = app
  end

  def call(env)
    is_private = env['PATH_INFO'].start_with?('/api/private')
    return @app.call(env) if !is_private || env['HTTP_AUTHORIZATION']&.start_with?('Bearer ')

    [401, { 'Content-Type' => 'application/json' }, ['{"error":"A bearer token is needed"}']]
  end
end

class Api < Rails::Application
  config.root = File.expand_path('..', __dir__)
  config.load_defaults 6.1
  config.api_only = true
  config.eager_load = true
  config.secret_key_base = 'not a secret: this application keeps nothing'
  config.logger = Logger.new($stderr)
  config.middleware.use RequireToken
end
