/**
 * A small helper over JDBC: sessions that bind, map and keep their prepared statements, and the
 * embedded H2 database with the settings under which it loses nothing, and PostgreSQL.
 *
 * <p>A leaf: {@code store} and {@code datasets} use it, it uses the JDK, H2 and Flyway. SQL itself
 * stands beside the methods that run it, as text blocks; values are always bound, never glued in.
 */
@NullMarked
package dev.accepted.sql;

import org.jspecify.annotations.NullMarked;
