/**
 * The container classes Restcomm asks its host for: service, context, sessions, messages, router.
 */
@NullMarked
package org.comuta.sip.container.servlet;

import org.jspecify.annotations.NullMarked;
