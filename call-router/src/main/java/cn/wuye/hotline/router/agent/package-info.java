/** What an agent is doing: states, what may follow on what, and how it is read from Asterisk. */
@NullMarked
package cn.wuye.hotline.router.agent;

import org.jspecify.annotations.NullMarked;
