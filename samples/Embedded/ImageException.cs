namespace Embedded;

/// <summary>What was given is no image that the network can read. The message is one sentence, fit to be shown as it stands.</summary>
internal sealed class ImageException(string message) : Exception(message);
