/**
 * The server under test: Arquillian starts it and deploys the WAR. Integration tests extend {@link
 * dev.accepted.server.DeployedServer} and talk to it over HTTP. Tests that kill servers, or need
 * several, start each as a {@link dev.accepted.server.ServerProcess} instead.
 */
package dev.accepted.server;
