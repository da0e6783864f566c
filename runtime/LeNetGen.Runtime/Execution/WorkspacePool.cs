namespace LeNetGen.Execution;

/// <summary>Workspaces that nobody uses at the moment. After as many as ever were in use at once, none is created any more.</summary>
internal sealed class WorkspacePool<TWorkspace>(Func<TWorkspace> create) where TWorkspace : class
{
    private readonly Lock _lock = new();
    private readonly Stack<TWorkspace> _idle = new();

    /// <summary>A workspace for the caller alone: the one returned last, which is the likeliest to be in the cache still.</summary>
    public TWorkspace Rent()
    {
        lock (_lock)
        {
            if (_idle.TryPop(out TWorkspace? workspace))
                return workspace;
        }

        return create();
    }

    /// <summary>Gives a workspace back.</summary>
    public void Return(TWorkspace workspace)
    {
        lock (_lock)
            _idle.Push(workspace);
    }
}
