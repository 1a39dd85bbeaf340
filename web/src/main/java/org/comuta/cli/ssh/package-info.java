/** The server of SSH: sign-in, keys, channels, limits. */
package org.comuta.cli.ssh;
