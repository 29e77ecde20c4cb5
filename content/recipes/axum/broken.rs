use axum::{http::HeaderValue, routing::post, Router};
use tower_http::cors::{Any, CorsLayer};

#[tokio::main]
async fn main() {
    // #region broken
    let cors = CorsLayer::new()
        .allow_origin("https://app.example.com".parse::<HeaderValue>().unwrap())
        .allow_methods(Any)
        .allow_headers(Any);

    let app = Router::new()
        .layer(cors)
        .route("/api/data", post(data));
    // #endregion

    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}

async fn data() -> &'static str {
    "{}"
}
