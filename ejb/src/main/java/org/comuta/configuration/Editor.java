package org.comuta.configuration;

/**
 * Who changes the configuration.
 *
 * @param user name of the user
 * @param address where the user works from, such as the address of the HTTP client
 */
public record Editor(String user, String address) {}
