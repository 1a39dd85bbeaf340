package org.comuta.archive;

/**
 * How a backup is to be restored.
 *
 * @param user who restores; this account is not touched, so that nobody locks himself out
 * @param address of the one who restores
 * @param comment why; may be empty
 * @param keepAddresses leave the addresses of objects that exist here as they are
 */
public record RestoreRequest(String user, String address, String comment, boolean keepAddresses) {}
