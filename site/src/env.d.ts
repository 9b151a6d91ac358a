/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    snapshot: import('../snapshot/questions.ts').Questions;
  }
}
