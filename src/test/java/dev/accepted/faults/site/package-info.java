/** What is broken: servers, the database, and the network between them. */
@NullMarked
package dev.accepted.faults.site;

import org.jspecify.annotations.NullMarked;
