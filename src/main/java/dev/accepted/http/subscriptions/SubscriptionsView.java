package dev.accepted.http.subscriptions;

import java.util.List;

/** All subscriptions of a caller, newest first. */
public record SubscriptionsView(List<SubscriptionView> subscriptions) {}
