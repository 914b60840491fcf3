"""The network in public: chapters, and where the money went."""
