<?php

return [

    // #region cors
    // Only these paths get CORS headers. A route outside of them is as if this file were not there.
    'paths' => ['api/*', 'sanctum/csrf-cookie'],

    // Exact origins: scheme, host and port, no trailing slash.
    'allowed_origins' => ['https://app.example.com'],
    'allowed_origins_patterns' => [],

    'allowed_methods' => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    'allowed_headers' => ['Authorization', 'Content-Type'],
    'exposed_headers' => [],
    'max_age' => 600,

    // Never together with '*' above: every origin that asks would be let in.
    'supports_credentials' => true,
    // #endregion

];
