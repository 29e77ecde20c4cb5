Rails.application.routes.draw do
  match '/api/data', to: 'data#echo', via: [:get, :post, :put, :patch, :delete]
  match '/api/data', to: 'data#options', via: :options
  get '/api/private', to: 'data#secret'
  get '/api/boom', to: 'data#boom'
end
