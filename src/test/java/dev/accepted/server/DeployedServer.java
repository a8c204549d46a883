package dev.accepted.server;

/** Tests over HTTP. */
@Deployed
public abstract class DeployedServer {}
