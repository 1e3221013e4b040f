"""Which changes of a policy can matter: proofs, and witnesses."""
