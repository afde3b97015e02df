<?php
/**
 * Plugin Name: Lantern for WooCommerce
 * Description: Takes buyers of a live show to the checkout: the price of the show, the name of what is held for them, and their own cart kept.
 * Version: 1.1.0
 * Requires at least: 6.5
 * Requires PHP: 8.0
 * Requires Plugins: woocommerce
 * WC requires at least: 8.2
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 *
 * A link of the studio is /?lantern=TOKEN, the token a JWT (HS256) with the secret that both sides know:
 * jti (the name of the hold, signed by the studio), exp, currency, items: [{ id, quantity, total, hold }], `hold` in a basket alone.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

const LANTERN_META   = '_lantern_hold';
const LANTERN_SECRET = 'lantern_secret';

/** The secret that both sides know: of wp-config.php, or of the page at WooCommerce > Settings > Advanced > Lantern. */
function lantern_secret(): string {
	$secret = defined( 'LANTERN_PLUGIN_SECRET' ) ? LANTERN_PLUGIN_SECRET : get_option( LANTERN_SECRET, '' );
	return trim( (string) $secret );
}

/** For buyers, in the language of the shop. */
function lantern_words( string $what, string $name = '' ): string {
	$words = array(
		'over' => array( 'This link of the show was used, or its time is over. Your cart is as it was.', '直播间的链接已使用或已过期，您的购物车没有变化。', '直播間的連結已使用或已過期，您的購物車沒有變化。' ),
		'gone' => array( '%s is no longer held for you, and was taken out of your cart.', '“%s”已不再为您保留，已从购物车移除。', '「%s」已不再為您保留，已從購物車移除。' ),
	);
	$place = array( 'zh_CN' => 1, 'zh_TW' => 2, 'zh_HK' => 2 )[ determine_locale() ] ?? 0;
	return sprintf( $words[ $what ][ $place ], $name );
}

function lantern_decode( string $part ): string {
	return (string) base64_decode( strtr( $part, '-_', '+/' ) );
}

/** The claims; null: it is not the studio's, is for something else, or its time is over. */
function lantern_claims( string $token, string $use ): ?array {
	$secret = lantern_secret();
	$parts  = explode( '.', $token );
	if ( strlen( $secret ) < 16 || count( $parts ) !== 3 ) {
		return null;
	}
	$right = hash_hmac( 'sha256', "$parts[0].$parts[1]", $secret, true );
	if ( ! hash_equals( $right, lantern_decode( $parts[2] ) ) ) {
		return null;
	}
	// Only now is it read: what it says of itself counts for nothing before.
	$head   = json_decode( lantern_decode( $parts[0] ), true );
	$claims = json_decode( lantern_decode( $parts[1] ), true );
	$is_meant = is_array( $claims ) && 'HS256' === ( $head['alg'] ?? null ) && ( $claims['use'] ?? null ) === $use;
	return $is_meant && is_string( $claims['jti'] ?? null ) && (int) ( $claims['exp'] ?? 0 ) > time() ? $claims : null;
}

/** Where it is put down that a hold is over, or which order has it. */
function lantern_key( string $hold ): string {
	return 'lantern_' . md5( $hold );
}

/** The names of the holds that are in it. */
function lantern_holds( array $claims ): array {
	$names = array_column( (array) ( $claims['items'] ?? array() ), 'hold' );
	return $names ? array_unique( $names ) : array( $claims['jti'] );
}

/** Whether the line may still have the show's price: its time is not over, and no order has it. */
function lantern_is_open( array $held ): bool {
	return $held['until'] > time()
		&& get_woocommerce_currency() === $held['currency']
		&& false === get_transient( lantern_key( $held['hold'] ) );
}

/** Puts the held items into the cart beside what is there; a hold that is in it already is replaced. Whether all went in. */
function lantern_fill( WC_Cart $cart, array $claims ): bool {
	$is_again = fn( $line ) => in_array( $line['lantern']['hold'] ?? null, lantern_holds( $claims ), true );
	array_map( array( $cart, 'remove_cart_item' ), array_keys( array_filter( $cart->get_cart(), $is_again ) ) );
	$keys  = array();
	$whole = 0;
	foreach ( (array) ( $claims['items'] ?? array() ) as $item ) {
		$product  = wc_get_product( (int) $item['id'] );
		$quantity = (int) $item['quantity'];
		if ( ! $product || $quantity < 1 ) {
			break;
		}
		$parent = $product->is_type( 'variation' ) ? $product->get_parent_id() : 0;
		$held   = array(
			'hold'     => (string) ( $item['hold'] ?? $claims['jti'] ),
			'until'    => (int) $claims['exp'],
			'currency' => (string) $claims['currency'],
			'quantity' => $quantity,
			'total'    => (string) $item['total'],
		);
		$key = $cart->add_to_cart(
			$parent ? $parent : $product->get_id(),
			$quantity,
			$parent ? $product->get_id() : 0,
			$parent ? $product->get_variation_attributes() : array(),
			array( 'lantern' => $held )
		);
		// What is sold one by one goes in once, whatever was asked for.
		$keys[] = $key;
		if ( false === $key || (int) $cart->get_cart_item( $key )['quantity'] !== $quantity ) {
			break;
		}
		++$whole;
	}
	if ( $whole > 0 && count( $claims['items'] ) === $whole ) {
		return true;
	}
	// Half of what was held is no hold.
	array_map( array( $cart, 'remove_cart_item' ), array_filter( $keys ) );
	return false;
}

/** A buyer comes from the show. */
function lantern_arrive(): void {
	// The signature of the token stands for a nonce.
	$token = isset( $_GET['lantern'] ) ? wp_unslash( $_GET['lantern'] ) : null; // phpcs:ignore WordPress.Security
	if ( ! is_string( $token ) || ! function_exists( 'WC' ) ) {
		return;
	}
	nocache_headers();
	$claims = lantern_claims( $token, 'cart' );
	// All of a basket, or nothing: what is to pay is what the buyer was shown.
	$is_new = null !== $claims && ! array_filter( lantern_holds( $claims ), fn( $hold ) => false !== get_transient( lantern_key( $hold ) ) );
	if ( ! $is_new ) {
		wc_add_notice( lantern_words( 'over' ), 'error' );
	}
	$is_in = $is_new && lantern_fill( WC()->cart, $claims );
	// Guests have no session before their first item; without one neither cart nor notice would be there after the redirect.
	WC()->session->set_customer_session_cookie( true );
	wp_safe_redirect( $is_in ? wc_get_checkout_url() : wc_get_cart_url() );
	exit;
}

/** The show's price, for as many units as are held. */
function lantern_price( WC_Cart $cart ): void {
	foreach ( $cart->get_cart() as $key => $line ) {
		$held = $line['lantern'] ?? null;
		if ( null === $held || ! lantern_is_open( $held ) ) {
			continue;
		}
		if ( $line['quantity'] > $held['quantity'] ) {
			$cart->set_quantity( $key, $held['quantity'], false );
		}
		// The line's total is what was frozen: where units do not share it evenly, WooCommerce rounds the line, not the unit.
		$asked = (float) $held['total'] / $held['quantity'];
		// Never dearer than the shop: the studio's question then comes to another sum, and nobody is sent.
		$line['data']->set_price( min( $asked, (float) $line['data']->get_price() ) );
	}
}

/** What is held no longer leaves the cart, and the buyer is told, before anything is paid. */
function lantern_check(): void {
	foreach ( WC()->cart->get_cart() as $key => $line ) {
		if ( isset( $line['lantern'] ) && ! lantern_is_open( $line['lantern'] ) ) {
			WC()->cart->remove_cart_item( $key );
			wc_add_notice( lantern_words( 'gone', $line['data']->get_name() ), 'error' );
		}
	}
}

/** Coupons of the shop take nothing off the show's price. */
function lantern_without_held( array $items ): array {
	return array_filter( $items, fn( $item ) => ! isset( $item->object['lantern'] ) );
}

/** @param mixed $limit */
function lantern_most( $limit, $product, $line = null ): int {
	return min( (int) $limit, (int) ( $line['lantern']['quantity'] ?? $limit ) );
}

/** The order's line names the hold: webhooks and the REST API show it to the studio. */
function lantern_name_line( $item, $key, array $values ): void {
	if ( isset( $values['lantern'] ) && lantern_is_open( $values['lantern'] ) ) {
		$item->update_meta_data( LANTERN_META, $values['lantern']['hold'] );
	}
}

/** One order for one hold: once it is placed the link is used, and free again if the payment failed. */
function lantern_follow( int $id, string $from, string $to, WC_Order $order ): void {
	$is_taken = in_array( $to, array( 'on-hold', 'processing', 'completed' ), true );
	if ( ! $is_taken && ! in_array( $to, array( 'failed', 'pending' ), true ) ) {
		return;
	}
	foreach ( $order->get_items() as $item ) {
		$hold = (string) $item->get_meta( LANTERN_META );
		if ( '' === $hold ) {
			continue;
		}
		$key = lantern_key( $hold );
		if ( $is_taken ) {
			set_transient( $key, $id, WEEK_IN_SECONDS );
		} elseif ( (int) get_transient( $key ) === $id ) {
			delete_transient( $key );
		}
	}
}

/** What a cart with the held items alone would come to, as all of the shop's own rules have it. */
function lantern_quote( array $claims ): array {
	wc_load_cart();
	$cart = WC()->cart;
	$cart->empty_cart();
	$is_in = lantern_fill( $cart, $claims );
	$cart->calculate_totals();
	$goods = (float) $cart->get_cart_contents_total();
	if ( wc_prices_include_tax() ) {
		$goods += (float) $cart->get_cart_contents_tax();
	}
	$worth = fn( $fee ) => min( 0.0, (float) $fee->total + ( wc_prices_include_tax() ? (float) $fee->tax : 0.0 ) );
	$off   = (float) array_sum( array_map( $worth, $cart->get_fees() ) );
	$why = implode( ' ', array_map( fn( $notice ) => wp_strip_all_tags( $notice['notice'] ), wc_get_notices( 'error' ) ) );
	WC()->session->destroy_session();
	return array(
		'ok'       => $is_in,
		'holds'    => count( lantern_holds( $claims ) ),
		'why'      => $why,
		'currency' => get_woocommerce_currency(),
		'total'    => wc_format_decimal( $goods + $off, 6 ),
	);
}

/** The studio asks: `quote`, `end` (nobody can use the hold any more) or `ready`. */
function lantern_answer( WP_REST_Request $request ) {
	$use    = (string) $request['use'];
	$claims = lantern_claims( (string) $request->get_param( 'token' ), $use );
	if ( null === $claims ) {
		return new WP_Error( 'lantern_not_signed', 'The secret is another one, or the clocks differ.', array( 'status' => 401 ) );
	}
	if ( 'quote' === $use ) {
		return lantern_quote( $claims );
	}
	$key = lantern_key( $claims['jti'] );
	if ( 'end' === $use && false === get_transient( $key ) ) {
		set_transient( $key, 'over', DAY_IN_SECONDS );
	}
	return array( 'ok' => true );
}

function lantern_routes(): void {
	register_rest_route(
		'lantern/v1',
		'/(?P<use>quote|end|ready)',
		array(
			'methods'             => 'POST',
			'callback'            => 'lantern_answer',
			// The token is the permission.
			'permission_callback' => '__return_true',
		)
	);
}

function lantern_section( array $sections ): array {
	return $sections + array( 'lantern' => 'Lantern' );
}

function lantern_settings( array $settings, string $section ): array {
	if ( 'lantern' !== $section ) {
		return $settings;
	}
	$secret = array(
		'title' => 'Secret',
		'desc'  => 'The studio has the same in WOO_PLUGIN_SECRET, at least 16 characters.',
		'id'    => LANTERN_SECRET,
		'type'  => 'password',
	);
	return array( array( 'title' => 'Lantern', 'type' => 'title', 'id' => 'lantern' ), $secret, array( 'type' => 'sectionend', 'id' => 'lantern' ) );
}

/** Orders are read and written by WooCommerce's own objects alone, wherever it keeps them. */
function lantern_declare(): void {
	$util = 'Automattic\WooCommerce\Utilities\FeaturesUtil';
	if ( class_exists( $util ) ) {
		$util::declare_compatibility( 'custom_order_tables', __FILE__, true );
		$util::declare_compatibility( 'cart_checkout_blocks', __FILE__, true );
	}
}

add_action( 'before_woocommerce_init', 'lantern_declare' );
add_action( 'template_redirect', 'lantern_arrive', 1 );
// After other plugins' prices: the show's is the one that was promised.
add_action( 'woocommerce_before_calculate_totals', 'lantern_price', 1000 );
add_action( 'woocommerce_check_cart_items', 'lantern_check', 1 );
add_filter( 'woocommerce_coupon_get_items_to_validate', 'lantern_without_held' );
add_filter( 'woocommerce_store_api_product_quantity_maximum', 'lantern_most', 10, 3 );
add_action( 'woocommerce_checkout_create_order_line_item', 'lantern_name_line', 10, 3 );
add_action( 'woocommerce_order_status_changed', 'lantern_follow', 10, 4 );
add_action( 'rest_api_init', 'lantern_routes' );
add_filter( 'woocommerce_get_sections_advanced', 'lantern_section' );
add_filter( 'woocommerce_get_settings_advanced', 'lantern_settings', 10, 2 );
