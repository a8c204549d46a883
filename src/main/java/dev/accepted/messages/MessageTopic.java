package dev.accepted.messages;

import java.util.List;

/** A topic of a message broker. For one thread at a time. */
public interface MessageTopic {

  /** Its name, as the operator has set it. */
  String name();

  /** Connects to the broker, unless that has been done. */
  void open() throws BrokerException;

  /**
   * Publishes in that order; when this returns, the broker has stored all of them. To be opened
   * before; if it fails, it is to be closed.
   */
  void publish(List<Message> messages) throws BrokerException;

  /** Lets go of the connection; it can be opened again. */
  void close();
}
