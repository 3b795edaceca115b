"""Problems and results become what a person or a machine reads."""
