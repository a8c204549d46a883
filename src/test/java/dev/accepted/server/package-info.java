/**
 * The server under test: Arquillian starts it and deploys the WAR. Every integration test extends
 * {@link dev.accepted.server.DeployedServer} and talks to it over HTTP.
 */
package dev.accepted.server;
