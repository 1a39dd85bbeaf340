package org.comuta.messaging;

import java.util.Set;

/**
 * A connection of a program to the broker.
 *
 * @param id what the broker calls it
 * @param source address that it comes from; empty when the broker does not know any more
 * @param ours address of ours that it came to; empty likewise
 * @param tokens identities of the tokens it signed in with; none before
 * @param topics topics that it reads, by their names in JNDI
 */
record TopicConnection(
    String id, String source, String ours, Set<String> tokens, Set<String> topics) {
  TopicConnection {
    tokens = Set.copyOf(tokens);
    topics = Set.copyOf(topics);
  }
}
