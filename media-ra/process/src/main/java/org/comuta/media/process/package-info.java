/** The media engine as a process of its own: its server, its main class and the client of both. */
@NullMarked
package org.comuta.media.process;

import org.jspecify.annotations.NullMarked;
