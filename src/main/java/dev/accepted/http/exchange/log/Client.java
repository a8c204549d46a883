package dev.accepted.http.exchange.log;

import dev.accepted.guard.throttle.Visitor;

/**
 * Whose polls are counted together: those of one visitor and one kind of program. Never shown:
 * others learn of it by a number.
 */
public record Client(Visitor visitor, ClientStyle style) {}
