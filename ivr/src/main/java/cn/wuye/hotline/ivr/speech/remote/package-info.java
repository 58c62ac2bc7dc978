/**
 * Speech servers of their own, by websocket: vosk-server and the runtime of FunASR. What they
 * cannot do is done by the recogniser of this node.
 */
@NullMarked
package cn.wuye.hotline.ivr.speech.remote;

import org.jspecify.annotations.NullMarked;
