namespace Site.Core.Sync;

/// <summary>The file cannot be taken over: which element is at fault, and what to change.</summary>
internal sealed class SyncItemException(string element, string reason) : Exception($"{element}: {reason}");
