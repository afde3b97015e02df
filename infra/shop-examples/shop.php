<?php
// The shop's side of the generic hand-off, on PHP 8.1 and later, without packages: php -S 127.0.0.1:8080 shop.php
declare(strict_types=1);

const TRIES = 3;

function setting(string $name, string $default = ''): string
{
    $value = getenv($name);
    return $value === false ? $default : $value;
}

function decode(string $part): string
{
    return (string) base64_decode(strtr($part, '-_', '+/'), false);
}

/** The claims of the link; null: it is not from the studio, is meant for somebody else, or its time is over. */
function readToken(string $token): ?array
{
    $parts = explode('.', $token);
    if (count($parts) !== 3) {
        return null;
    }
    [$head, $claims, $signature] = $parts;
    $right = hash_hmac('sha256', "$head.$claims", setting('HANDOFF_SECRET'), true);
    if (!hash_equals($right, decode($signature))) {
        return null;
    }
    // Only now is it read: what it says of itself counts for nothing before.
    $said = json_decode(decode($claims), true, 16, JSON_THROW_ON_ERROR);
    $alg = json_decode(decode($head), true, 16, JSON_THROW_ON_ERROR)['alg'] ?? null;
    $isOurs = $alg === 'HS256' && $said['iss'] === 'lantern' && $said['aud'] === setting('SHOP_AUDIENCE');
    return $isOurs && $said['exp'] > time() ? $said : null;
}

/** Whole minor units, never floating point: 12900 is 129.00 in a currency with two decimals. */
function toPay(array $claims): int
{
    $sum = 0;
    foreach ($claims['items'] as $item) {
        $sum += $item['quantity'] * $item['unitPriceMinor'];
    }
    return $sum - array_sum(array_column($claims['discounts'], 'amountMinor'));
}

/** Standard Webhooks 1.0. The same id until it was taken: it acts once. */
function tell(string $type, array $data): void
{
    $id = 'msg_' . bin2hex(random_bytes(16));
    $timestamp = gmdate('Y-m-d\TH:i:s\Z');
    $body = json_encode(['type' => $type, 'timestamp' => $timestamp, 'data' => $data], JSON_THROW_ON_ERROR);
    $key = (string) base64_decode(substr(setting('SHOP_WEBHOOK_SECRET'), strlen('whsec_')), true);
    for ($tries = 0; $tries < TRIES; $tries++) {
        $seconds = time();
        $signature = base64_encode(hash_hmac('sha256', "$id.$seconds.$body", $key, true));
        $headers = "content-type: application/json\r\nwebhook-id: $id\r\nwebhook-timestamp: $seconds\r\n"
            . "webhook-signature: v1,$signature\r\n";
        $options = ['method' => 'POST', 'header' => $headers, 'content' => $body, 'timeout' => 15, 'ignore_errors' => true];
        $url = setting('STUDIO_URL') . '/api/shop/events/' . setting('ENDPOINT_ID', 'demo');
        @file_get_contents($url, false, stream_context_create(['http' => $options]));
        if (str_contains($http_response_header[0] ?? '', ' 202')) {
            return;
        }
        sleep(1 << $tries);
    }
    error_log("$type $id was not taken: keep it, and send it again later");
}

/** Stands for the payment: once for each hold, however often the button is pressed. */
function pay(array $claims): void
{
    // A real shop keeps orders in its database, and what it has yet to tell beside them.
    $file = sys_get_temp_dir() . '/lantern-order-' . hash('sha256', $claims['jti']);
    $isFirst = @fopen($file, 'x') !== false;
    if (!$isFirst) {
        return;
    }
    $items = array_map(
        fn (array $item): array => array_intersect_key($item, array_flip(['sku', 'quantity', 'unitPriceMinor'])),
        $claims['items'],
    );
    tell('order.paid', [
        'holdId' => $claims['jti'],
        'orderId' => 'order-' . substr(hash('sha256', $claims['jti']), 0, 10),
        'amountMinor' => toPay($claims),
        'currency' => $claims['items'][0]['currency'],
        'items' => $items,
        'at' => gmdate('Y-m-d\TH:i:s\Z'),
    ]);
}

function checkoutPage(array $claims, string $token): string
{
    $lines = '';
    foreach ($claims['items'] as $item) {
        $lines .= '<li>' . (int) $item['quantity'] . ' × ' . htmlspecialchars($item['sku']) . '</li>';
    }
    $currency = htmlspecialchars($claims['items'][0]['currency']);
    return '<!doctype html><meta charset="utf-8"><title>Checkout</title><ul>' . $lines . '</ul>'
        . '<p>To pay: ' . toPay($claims) . " $currency (minor units)</p>"
        . '<form method="post" action="/pay"><input type="hidden" name="token" value="' . htmlspecialchars($token)
        . '"><button>Pay</button></form>';
}

function answer(string $act, string $token): void
{
    if ($act !== 'GET /handoff' && $act !== 'POST /pay') {
        http_response_code(404);
        return;
    }
    $claims = readToken($token);
    if ($claims === null) {
        http_response_code(401);
        echo 'This link is not valid any more. Go back to the show.';
        return;
    }
    if ($act === 'POST /pay') {
        pay($claims);
        header('location: ' . $claims['returnUrl'], true, 303);
        return;
    }
    tell('checkout.opened', ['holdId' => $claims['jti']]);
    header('content-type: text/html; charset=utf-8');
    header('cache-control: no-store');
    echo checkoutPage($claims, $token);
}

$path = (string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
answer("{$_SERVER['REQUEST_METHOD']} $path", (string) ($_REQUEST['token'] ?? ''));
