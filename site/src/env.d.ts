/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    snapshot: import('../snapshot/questions.ts').Questions;
    /** Where the builder renders: takes what a page threw, which Astro would only log. */
    failed?: (error: unknown) => void;
  }
}
