<?php
// The objects of WooCommerce that the plugin calls, with no more than it calls of them.
declare(strict_types=1);

final class WP_Error
{
    public function __construct(public string $code, public string $message, public array $data)
    {
    }
}

final class WP_REST_Request extends ArrayObject
{
    public function get_param(string $name): mixed
    {
        return $this[$name] ?? null;
    }
}

final class WC_Session
{
    public function set_customer_session_cookie(bool $set): void
    {
        Shop::$hasCookie = $set;
    }

    public function destroy_session(): void
    {
        Shop::$hasCookie = false;
        WC()->cart->empty_cart();
    }
}

final class WC_Product
{
    public float $price;

    public function __construct(private int $id)
    {
        $this->price = (float) Shop::$products[$id]['price'];
    }

    public function get_id(): int
    {
        return $this->id;
    }

    public function get_name(): string
    {
        return Shop::$products[$this->id]['name'];
    }

    public function is_type(string $type): bool
    {
        return $type === 'variation' && isset(Shop::$products[$this->id]['parent']);
    }

    public function get_parent_id(): int
    {
        return Shop::$products[$this->id]['parent'] ?? 0;
    }

    public function get_variation_attributes(): array
    {
        return Shop::$products[$this->id]['attributes'] ?? [];
    }

    public function get_price(): string
    {
        return (string) $this->price;
    }

    public function set_price(float $price): void
    {
        $this->price = $price;
    }
}

final class WC_Cart
{
    public array $lines = [];
    public float $goods = 0;

    public function get_cart(): array
    {
        return $this->lines;
    }

    public function get_cart_item(string $key): array
    {
        return $this->lines[$key] ?? [];
    }

    /** False where WooCommerce would refuse it: out of stock, or an attribute is left open. */
    public function add_to_cart(int $id, int $quantity, int $variation = 0, array $attributes = [], array $data = []): string|false
    {
        $sold = $variation ?: $id;
        $product = Shop::$products[$sold];
        if (($product['stock'] ?? 99) < $quantity || in_array('', $attributes, true)) {
            wc_add_notice("{$product['name']} cannot be bought.", 'error');
            return false;
        }
        $quantity = ($product['single'] ?? false) ? 1 : $quantity;
        $key = md5(json_encode([$id, $variation, $attributes, $data]));
        $had = $this->lines[$key]['quantity'] ?? 0;
        $own = ['key' => $key, 'product_id' => $id, 'variation_id' => $variation, 'quantity' => $had + $quantity];
        $this->lines[$key] = $data + $own + ['data' => new WC_Product($sold)];
        return $key;
    }

    public function remove_cart_item(string $key): void
    {
        unset($this->lines[$key]);
    }

    public function set_quantity(string $key, int $quantity, bool $refresh = true): void
    {
        $this->lines[$key]['quantity'] = $quantity;
    }

    public function empty_cart(): void
    {
        $this->lines = [];
    }

    /** As the shop does, every line is rounded on its own; `shopOff` is another plugin's discount on all. */
    public function calculate_totals(): void
    {
        foreach ($this->lines as $key => $line) {
            $this->lines[$key]['data'] = new WC_Product($line['variation_id'] ?: $line['product_id']);
        }
        apply('woocommerce_before_calculate_totals', $this);
        $places = Shop::$options['places'] ?? 2;
        $this->goods = 0;
        foreach ($this->lines as $line) {
            $this->goods += round($line['data']->price * $line['quantity'], $places);
        }
    }

    public function get_cart_contents_total(): float
    {
        return wc_prices_include_tax() ? $this->goods / 1.2 : $this->goods;
    }

    public function get_cart_contents_tax(): float
    {
        return $this->goods - $this->goods / 1.2;
    }

    public function get_fees(): array
    {
        return array_map(fn ($fee) => (object) ['total' => $fee, 'tax' => 0], Shop::$options['fees'] ?? []);
    }
}

final class Line
{
    public array $meta = [];

    public function update_meta_data(string $key, mixed $value): void
    {
        $this->meta[$key] = $value;
    }

    public function get_meta(string $key): mixed
    {
        return $this->meta[$key] ?? '';
    }
}

final class WC_Order
{
    public array $items = [];

    public function get_items(): array
    {
        return $this->items;
    }
}
