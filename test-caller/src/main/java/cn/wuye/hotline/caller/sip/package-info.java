/** A telephone of an agent: registers, rings, is answered, and sounds a tone of its own. */
@NullMarked
package cn.wuye.hotline.caller.sip;

import org.jspecify.annotations.NullMarked;
