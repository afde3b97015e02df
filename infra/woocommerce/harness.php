<?php
// The least of WordPress and WooCommerce that the plugin calls: does the steps that come as JSON, and says what became of each.
declare(strict_types=1);

require __DIR__ . '/harnessObjects.php';

const ABSPATH = __DIR__;
const WEEK_IN_SECONDS = 604800;
const DAY_IN_SECONDS = 86400;

/** What a shop keeps. */
final class Shop
{
    public static array $hooks = [];
    public static array $transients = [];
    public static array $options = [];
    public static array $notices = [];
    public static array $products = [];
    public static array $routes = [];
    public static array $declared = [];
    public static string $currency = 'EUR';
    public static string $redirect = '';
    public static bool $hasCookie = false;
    public static array $orders = [];
}

final class Left extends Exception
{
}

function add_action(string $hook, callable $what, int $priority = 10, int $arguments = 1): void
{
    Shop::$hooks[$hook][] = [$priority, $what, $arguments];
}

function add_filter(string $hook, callable $what, int $priority = 10, int $arguments = 1): void
{
    add_action($hook, $what, $priority, $arguments);
}

function apply(string $hook, mixed ...$given): mixed
{
    $hooked = Shop::$hooks[$hook] ?? [];
    usort($hooked, fn ($a, $b) => $a[0] <=> $b[0]);
    foreach ($hooked as [, $what, $arguments]) {
        $given[0] = $what(...array_slice($given, 0, $arguments)) ?? ($given[0] ?? null);
    }
    return $given[0] ?? null;
}

function get_option(string $name, mixed $default = false): mixed
{
    return Shop::$options[$name] ?? $default;
}

function get_transient(string $name): mixed
{
    return Shop::$transients[$name] ?? false;
}

function set_transient(string $name, mixed $value, int $seconds): void
{
    Shop::$transients[$name] = $value;
}

function delete_transient(string $name): void
{
    unset(Shop::$transients[$name]);
}

function wc_add_notice(string $words, string $kind): void
{
    Shop::$notices[] = ['notice' => $words];
}

function wc_get_notices(string $kind): array
{
    return Shop::$notices;
}

function wp_safe_redirect(string $to): void
{
    Shop::$redirect = $to;
    // The plugin exits after it; here other steps come.
    throw new Left();
}

function register_rest_route(string $space, string $path, array $route): void
{
    Shop::$routes["$space$path"] = $route;
}

function nocache_headers(): void
{
}

function wc_load_cart(): void
{
    WC()->cart = new WC_Cart();
}

function wp_unslash(mixed $value): mixed
{
    return $value;
}

function wp_strip_all_tags(string $text): string
{
    return strip_tags($text);
}

function determine_locale(): string
{
    return Shop::$options['locale'] ?? 'en_US';
}

function get_woocommerce_currency(): string
{
    return Shop::$currency;
}

function wc_prices_include_tax(): bool
{
    return (Shop::$options['inside'] ?? 'no') === 'yes';
}

function wc_format_decimal(float $amount, int $places): string
{
    return number_format($amount, $places, '.', '');
}

function wc_get_cart_url(): string
{
    return 'https://shop.test/cart/';
}

function wc_get_checkout_url(): string
{
    return 'https://shop.test/checkout/';
}

function wc_get_product(int $id): WC_Product|false
{
    return isset(Shop::$products[$id]) ? new WC_Product($id) : false;
}

function WC(): object
{
    static $shop = null;
    $shop ??= (object) ['cart' => new WC_Cart(), 'session' => new WC_Session()];
    return $shop;
}
