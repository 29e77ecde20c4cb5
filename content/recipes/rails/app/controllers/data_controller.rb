class DataController < ActionController::API
  def echo
    response.set_header('Vary', 'Accept-Encoding')
    text = request.raw_post
    render json: { method: request.request_method, body: text.empty? ? nil : JSON.parse(text) }
  end

  def options
    response.set_header('Allow', 'GET, POST, PUT, PATCH, DELETE, OPTIONS')
    head :no_content
  end

  def secret
    render json: { secret: 'hello' }
  end

  def boom
    raise 'boom'
  end
end
