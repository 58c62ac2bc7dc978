/** What a supervisor does with agents: who may, and that it is written down. */
@NullMarked
package cn.wuye.hotline.backend.floor.step;

import org.jspecify.annotations.NullMarked;
