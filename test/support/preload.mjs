// Nest's CommonJS companions require() ESM packages: evaluate those first, so that jest sees no half-linked circle.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
