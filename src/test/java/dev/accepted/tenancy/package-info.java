/**
 * One server, two tenants and strangers: what belongs to one can't be told by another from what
 * isn't there, and roles hold within a tenant.
 */
@NullMarked
package dev.accepted.tenancy;

import org.jspecify.annotations.NullMarked;
