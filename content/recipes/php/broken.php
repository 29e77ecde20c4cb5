<?php

declare(strict_types=1);

set_exception_handler(static function (Throwable $error): void {
    error_log((string) $error);
    answer(500, ['error' => 'Something broke']);
});

header('Vary: Origin', false);

// #region broken
// Whoever asks is let in, with the user's cookies: the list of allowed origins is never written.
if (isset($_SERVER['HTTP_ORIGIN'])) {
    header("Access-Control-Allow-Origin: {$_SERVER['HTTP_ORIGIN']}");
    header('Access-Control-Allow-Credentials: true');
    header('Access-Control-Max-Age: 600');
}

if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') {
    header('Access-Control-Allow-Methods: GET, POST, PUT, PATCH, DELETE');
    header("Access-Control-Allow-Headers: {$_SERVER['HTTP_ACCESS_CONTROL_REQUEST_HEADERS']}");
    exit;
}
// #endregion

$method = $_SERVER['REQUEST_METHOD'];
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);

if ($path === '/api/private') {
    $token = $_SERVER['HTTP_AUTHORIZATION'] ?? '';
    str_starts_with($token, 'Bearer ')
        ? answer(200, ['secret' => 'hello'])
        : answer(401, ['error' => 'A bearer token is needed']);
} elseif ($path === '/api/data') {
    header('Vary: Accept-Encoding', false);
    answer(200, ['method' => $method, 'body' => json_decode(file_get_contents('php://input'))]);
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
