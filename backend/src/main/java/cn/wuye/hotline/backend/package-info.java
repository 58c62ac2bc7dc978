/**
 * The Spring Boot application: implements the ports of ivr and call-router, keeps the data, serves
 * API and console.
 */
@NullMarked
package cn.wuye.hotline.backend;

import org.jspecify.annotations.NullMarked;
