/**
 * Asynchronous answers are handed over to the thread that the server watches the connection with,
 * by the servlet API's own means ({@link jakarta.servlet.WriteListener}). Nobody calls it but the
 * server.
 *
 * <p>A JAX-RS implementation writes the body into the server's buffer and completes the request,
 * from whatever thread has the answer. The server then sends it from yet another one and has the
 * connection watched again; and where many answers are let go at once, Undertow's threads for that
 * get into each other's way: its I/O thread spins until the other is done ({@code
 * HttpReadListener.handleEvent}). That took a twelfth of all CPU of a submission. So small bodies
 * are kept back here, and written by a write listener, which runs on the I/O thread.
 */
@NullMarked
package dev.accepted.http.handover;

import org.jspecify.annotations.NullMarked;
