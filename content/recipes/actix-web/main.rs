use actix_cors::Cors;
use actix_web::{web, App, HttpServer};

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    // #region cors
    HttpServer::new(|| {
        // Exact origins: scheme, host and port, no trailing slash.
        let cors = Cors::default()
            .allowed_origin("https://app.example.com")
            .allowed_methods(["GET", "POST", "PUT", "PATCH", "DELETE"])
            .allowed_headers(["Authorization", "Content-Type"])
            .supports_credentials()
            .max_age(600);

        App::new()
            .route("/api/data", web::get().to(data))
            // The last wrap runs first: it stands before the login.
            .wrap(cors)
    })
    // #endregion
    .bind(("127.0.0.1", 3000))?
    .run()
    .await
}

async fn data() -> &'static str {
    "{}"
}
