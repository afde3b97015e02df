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

/** Lets `$change` work on all orders, one request at a time: they are kept in a file. A real shop has a database. */
function withOrders(callable $change): mixed
{
    $file = fopen(sys_get_temp_dir() . '/lantern-orders.json', 'c+');
    flock($file, LOCK_EX);
    $kept = json_decode((string) stream_get_contents($file), true) ?? ['holds' => [], 'orders' => []];
    $answer = $change($kept);
    ftruncate($file, 0);
    rewind($file);
    fwrite($file, json_encode($kept, JSON_THROW_ON_ERROR));
    fclose($file);
    return $answer;
}

/** As the link names it: one hold, or several that are paid together. */
function namesOf(array $claims): array
{
    return isset($claims['holds']) ? ['holds' => $claims['holds']] : ['holdId' => $claims['jti']];
}

function holdsOf(array $claims): array
{
    return isset($claims['holds']) ? array_column($claims['holds'], 'holdId') : [$claims['jti']];
}

/** Stands for the payment: once for each hold, alone or with others, however often the button is pressed. */
function pay(array $claims): void
{
    $told = withOrders(function (array &$kept) use ($claims): ?array {
        if (array_intersect_key(array_flip(holdsOf($claims)), $kept['holds']) !== []) {
            return null;
        }
        $orderId = 'order-' . (count($kept['orders']) + 1);
        $currency = $claims['items'][0]['currency'];
        $told = [...namesOf($claims), 'orderId' => $orderId, 'amountMinor' => toPay($claims), 'currency' => $currency];
        $kept['orders'][$orderId] = ['told' => $told, 'backMinor' => 0];
        foreach (holdsOf($claims) as $holdId) {
            $kept['holds'][$holdId] = $orderId;
        }
        return $told;
    });
    if ($told === null) {
        return;
    }
    $items = array_map(
        fn (array $item): array => array_intersect_key($item, array_flip(['sku', 'quantity', 'unitPriceMinor'])),
        $claims['items'],
    );
    tell('order.paid', [...$told, 'items' => $items, 'at' => gmdate('Y-m-d\TH:i:s\Z')]);
}

/** So much shall have gone back in all: asked twice, it goes back once. False: no such order, or not so much was paid. */
function giveBack(string $orderId, string $total): bool
{
    $said = withOrders(function (array &$kept) use ($orderId, $total): ?array {
        $order = $kept['orders'][$orderId] ?? null;
        if ($order === null || !ctype_digit($total) || (int) $total > $order['told']['amountMinor']) {
            return null;
        }
        $isNew = (int) $total > $order['backMinor'];
        $kept['orders'][$orderId]['backMinor'] = max((int) $total, $order['backMinor']);
        return ['isNew' => $isNew, 'told' => [...$order['told'], 'amountMinor' => (int) $total]];
    });
    if ($said !== null && $said['isNew']) {
        tell('order.refunded', $said['told']);
    }
    return $said !== null;
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

/** Of the shop's own staff; a real shop has a login. */
function refund(): void
{
    $key = setting('STAFF_KEY');
    if ($key === '' || ($_SERVER['HTTP_AUTHORIZATION'] ?? '') !== "Bearer $key") {
        http_response_code(401);
        return;
    }
    $isDone = giveBack((string) ($_POST['order'] ?? ''), (string) ($_POST['total'] ?? ''));
    http_response_code($isDone ? 204 : 400);
}

function answer(string $act, string $token): void
{
    if ($act === 'POST /refund') {
        refund();
        return;
    }
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
    tell('checkout.opened', namesOf($claims));
    header('content-type: text/html; charset=utf-8');
    header('cache-control: no-store');
    echo checkoutPage($claims, $token);
}

$path = (string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
answer("{$_SERVER['REQUEST_METHOD']} $path", (string) ($_REQUEST['token'] ?? ''));
