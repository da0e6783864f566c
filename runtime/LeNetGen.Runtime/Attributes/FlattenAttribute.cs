namespace LeNetGen;

/// <summary>Turns (channels, height, width) into one vector, channel by channel and row by row.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : LayerAttribute;
