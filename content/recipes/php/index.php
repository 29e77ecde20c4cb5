<?php

declare(strict_types=1);

set_exception_handler(static function (Throwable $error): void {
    error_log((string) $error);
    answer(500, ['error' => 'Something broke']);
});

// #region cors
// Exact origins: scheme, host and port, no trailing slash.
$allowedOrigins = ['https://app.example.com'];
$allowedMethods = 'GET, POST, PUT, PATCH, DELETE';
$allowedHeaders = 'Authorization, Content-Type';

$origin = $_SERVER['HTTP_ORIGIN'] ?? '';
$isPreflight = $_SERVER['REQUEST_METHOD'] === 'OPTIONS'
    && isset($_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD']);

// On every answer, or a cache hands one origin's answer to another.
// "false" adds a line; without it header() replaces the Vary that is there.
header('Vary: Origin', false);

if (in_array($origin, $allowedOrigins, true)) {
    header("Access-Control-Allow-Origin: $origin");
    header('Access-Control-Allow-Credentials: true');
    if ($isPreflight) {
        header("Access-Control-Allow-Methods: $allowedMethods");
        header("Access-Control-Allow-Headers: $allowedHeaders");
        header('Access-Control-Max-Age: 600');
    }
}

// Before authentication: a preflight carries no token.
if ($isPreflight) {
    http_response_code(204);
    exit;
}
// #endregion

$method = $_SERVER['REQUEST_METHOD'];
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

if ($path === '/api/private') {
    $token = $_SERVER['HTTP_AUTHORIZATION'] ?? '';
    str_starts_with($token, 'Bearer ')
        ? answer(200, ['secret' => 'hello'])
        : answer(401, ['error' => 'A bearer token is needed']);
} elseif ($path === '/api/data' && in_array($method, $methods, true)) {
    header('Vary: Accept-Encoding', false);
    answer(200, ['method' => $method, 'body' => json_decode(file_get_contents('php://input'))]);
} elseif ($path === '/api/data') {
    header('Allow: ' . implode(', ', [...$methods, 'OPTIONS']));
    answer($method === 'OPTIONS' ? 200 : 405, []);
} elseif ($path === '/api/boom') {
    throw new RuntimeException('boom');
} else {
    answer(404, ['error' => 'Not found']);
}

function answer(int $status, array $body): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($body);
}
