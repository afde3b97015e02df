<?php
// Runs the plugin in the harness: reads steps as JSON from its standard input, writes what each came to.
declare(strict_types=1);

require __DIR__ . '/harness.php';
require __DIR__ . '/lantern.php';

function cart(): array
{
    WC()->cart->calculate_totals();
    return array_values(array_map(fn ($line) => [
        'id' => $line['variation_id'] ?: $line['product_id'],
        'quantity' => $line['quantity'],
        'total' => round($line['data']->price * $line['quantity'], 3),
        'isHeld' => isset($line['lantern']),
    ], WC()->cart->get_cart()));
}

function arrive(array $step): array
{
    $_GET = ['lantern' => $step['token']];
    Shop::$notices = [];
    Shop::$redirect = '';
    try {
        apply('template_redirect');
    } catch (Left) {
        $_GET = [];
    }
    return ['to' => Shop::$redirect, 'said' => array_column(Shop::$notices, 'notice'), 'cookie' => Shop::$hasCookie];
}

/** An order of the cart as it is, as the checkout makes it. */
function order(): array
{
    cart();
    $order = new WC_Order();
    foreach (WC()->cart->get_cart() as $key => $values) {
        $line = new Line();
        apply('woocommerce_checkout_create_order_line_item', $line, $key, $values, $order);
        $order->items[] = $line;
    }
    Shop::$orders[] = $order;
    return array_map(fn ($line) => $line->get_meta('_lantern_hold'), $order->items);
}

function ask(array $step): mixed
{
    apply('rest_api_init');
    $route = Shop::$routes['lantern/v1/(?P<use>quote|end|ready)'];
    $answer = $route['callback'](new WP_REST_Request(['use' => $step['use'], 'token' => $step['token']]));
    return $answer instanceof WP_Error ? ['status' => $answer->data['status']] : $answer;
}

function check(): array
{
    Shop::$notices = [];
    apply('woocommerce_check_cart_items');
    return array_column(Shop::$notices, 'notice');
}

function setQuantity(array $step): mixed
{
    foreach (WC()->cart->get_cart() as $key => $line) {
        $most = apply('woocommerce_store_api_product_quantity_maximum', 9999, $line['data'], $line);
        WC()->cart->set_quantity($key, $step['quantity']);
    }
    return $most ?? null;
}

function timePasses(): void
{
    foreach (WC()->cart->lines as $key => $line) {
        if (isset($line['lantern'])) {
            WC()->cart->lines[$key]['lantern']['until'] = time();
        }
    }
}

function run(array $step): mixed
{
    return match ($step['do']) {
        'shop' => [Shop::$products = $step['products'], Shop::$options = $step['options'], Shop::$currency = $step['currency']],
        'arrive' => arrive($step),
        'add' => WC()->cart->add_to_cart($step['id'], $step['quantity']),
        'newBuyer' => WC()->cart = new WC_Cart(),
        'cart' => cart(),
        'check' => check(),
        'setQuantity' => setQuantity($step),
        'timePasses' => timePasses(),
        'order' => order(),
        'status' => apply('woocommerce_order_status_changed', $step['order'], 'pending', $step['to'], Shop::$orders[$step['order'] - 1]),
        'couponItems' => count(apply('woocommerce_coupon_get_items_to_validate', array_map(fn ($line) => (object) ['object' => $line], WC()->cart->get_cart()))),
        'ask' => ask($step),
        'settings' => apply('woocommerce_get_settings_advanced', ['theirs'], $step['section']),
        'sections' => apply('woocommerce_get_sections_advanced', ['' => 'Page setup']),
        'hooks' => array_map(fn ($hooked) => array_map(fn ($one) => $one[2], $hooked), Shop::$hooks),
    };
}

$steps = json_decode((string) stream_get_contents(STDIN), true, 32, JSON_THROW_ON_ERROR);
// WordPress decodes the numbers of products as numbers.
echo json_encode(array_map('run', $steps), JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION), "\n";
