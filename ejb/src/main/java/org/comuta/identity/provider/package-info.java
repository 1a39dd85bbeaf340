/**
 * Providers of identities (OpenID Connect Core 1.0): what is said of one, how it is asked, and what
 * has to be right before anything it says is believed. Plain Java; blocks, so never to be called on
 * a lane of a call or a thread of media.
 */
package org.comuta.identity.provider;
