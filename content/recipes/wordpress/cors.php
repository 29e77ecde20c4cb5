<?php
// #region cors
add_action('rest_api_init', function () {
    // WordPress itself sends back whichever origin asks, with credentials.
    remove_filter('rest_pre_serve_request', 'rest_send_cors_headers');

    add_filter('rest_pre_serve_request', function ($served) {
        $origin = get_http_origin();
        header('Vary: Origin', false);
        if (in_array($origin, ['https://app.example.com'], true)) {
            header('Access-Control-Allow-Origin: ' . $origin);
            header('Access-Control-Allow-Methods: ' . 'GET, POST, PUT, PATCH, DELETE');
            header('Access-Control-Allow-Credentials: true');
            header('Access-Control-Max-Age: 600');
        }
        return $served;
    });
}, 15);

// In addition to WordPress's own: Authorization, X-WP-Nonce, Content-Type and so on.
add_filter('rest_allowed_cors_headers', function ($headers) {
    return array_unique(array_merge($headers, ['Authorization', 'Content-Type']));
});
// #endregion
