require 'json'
require 'sinatra/base'

# Asks for a token before the application is reached, as Warden and its like do.
class RequireToken
  def initialize(app)
    @app = app
  end

  def call(env)
    is_private = env['PATH_INFO'].start_with?('/api/private')
    return @app.call(env) if !is_private || env['HTTP_AUTHORIZATION']&.start_with?('Bearer ')

    [401, { 'Content-Type' => 'application/json' }, [JSON.generate(error: 'A bearer token is needed')]]
  end
end

class App < Sinatra::Base
  METHODS = %w[GET POST PUT PATCH DELETE].freeze

  before { content_type :json }

  METHODS.each do |method|
    route method, '/api/data' do
      headers 'Vary' => 'Accept-Encoding'
      text = request.body.read
      JSON.generate(method: request.request_method, body: text.empty? ? nil : JSON.parse(text))
    end
  end

  options '/api/data' do
    headers 'Allow' => [*METHODS, 'OPTIONS'].join(', ')
    204
  end

  get('/api/private') { JSON.generate(secret: 'hello') }

  get('/api/boom') { raise 'boom' }
end
