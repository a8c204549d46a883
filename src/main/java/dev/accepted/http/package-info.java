/**
 * The HTTP interface, to the letter of its wire contract; the only packages that know {@code
 * jakarta.ws.rs}.
 *
 * <p>{@code header} and {@code wire} hold grammar and spelling, {@code problem} and {@code request}
 * what all resources share, {@code door} and {@code handover} stand before and behind them; {@code
 * job}, {@code submission}, {@code content}, {@code catalog}, {@code datasets} and {@code
 * simulator} are some of the resources. They use the engine, the events and the guard, and leave
 * every decision about jobs to these. Whatever runs on both servers alike is done here rather than
 * left to JAX-RS implementations: negotiation, conditions, lengths, refusals.
 */
@NullMarked
package dev.accepted.http;

import org.jspecify.annotations.NullMarked;
