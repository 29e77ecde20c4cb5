<?php

return [

    // #region broken
    // The page calls /login and /graphql, which are not below api/.
    'paths' => ['api/*'],

    // One origin is sent as it is written here, and no browser's origin ends in a slash.
    'allowed_origins' => ['https://app.example.com/'],
    'allowed_origins_patterns' => [],

    'allowed_methods' => ['*'],
    'allowed_headers' => ['*'],
    'exposed_headers' => [],
    'max_age' => 0,
    'supports_credentials' => true,
    // #endregion

];
