package org.comuta.identity.provider;

/**
 * What a provider has ended.
 *
 * @param tokenId identity of the message, which counts once
 * @param subject whose sessions; empty when only one session is named
 * @param providerSession which session; empty for all of the subject
 */
public record EndedThere(String tokenId, String subject, String providerSession) {}
