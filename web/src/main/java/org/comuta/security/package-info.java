/** Who is asking: sign-in of people and programs, and the headers that protect their browsers. */
package org.comuta.security;
