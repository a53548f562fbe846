import { config } from 'zod';

// Before any schema is made: zod would try whether it may make code out of text, and the CSP would report the attempt.
config({ jitless: true });
